// Runs before the first paint, so that neither the theme nor the language flickers.
(() => {
  const read = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  root.dataset.theme = read('h2ask.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.lang = read('h2ask.language') === 'en' ? 'en' : 'zh-CN';
})();

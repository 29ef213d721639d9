import { language, setLanguage, t } from './strings.js';
import { $, fill } from './dom.js';
import { icon } from './icons.js';

const themeKey = 'h2ask.theme';
const languageKey = 'h2ask.language';
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The switches of theme and language. */
export function startPreferences() {
  $('theme').addEventListener('click', () => {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    keep(themeKey, theme);
    show(theme);
  });
  dark.addEventListener('change', () => {
    if (!kept(themeKey)) show(dark.matches ? 'dark' : 'light');
  });
  $('language').addEventListener('click', () => {
    const other = language() === 'en' ? 'zh-CN' : 'en';
    keep(languageKey, other);
    setLanguage(other);
  });
  labelPreferences();
  show(root.dataset.theme);
}

/** Names the switches in the language of the page. */
export function labelPreferences() {
  const english = language() === 'en';
  $('language-name').textContent = english ? '中' : 'EN';
  $('language-name').lang = english ? 'zh-CN' : 'en';
  label($('language'), t('otherLanguage'));
  label($('theme'), t(root.dataset.theme === 'dark' ? 'toLight' : 'toDark'));
}

function show(theme) {
  root.dataset.theme = theme;
  fill($('theme'), icon(theme === 'dark' ? 'sun' : 'moon'));
  document.querySelector('meta[name=theme-color]').content = theme === 'dark' ? '#101413' : '#faf9f6';
  labelPreferences();
}

function label(button, text) {
  button.setAttribute('aria-label', text);
  button.title = text;
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

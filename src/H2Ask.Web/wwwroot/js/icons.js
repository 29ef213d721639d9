import { fill } from './dom.js';

// Drawn on a grid of 24 with a line of 1.75.
const paths = {
  back: 'M19 12H5m6-6-6 6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5 15V5a1 1 0 0 1 1-1h9',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19h14',
  filter: 'M4 7h16M7 12h10M10 17h4',
  key: 'M14.5 4a5.5 5.5 0 0 0-5.2 7.3L4 16.6V20h3.4v-2.4h2.4v-2.4l1.5-1.5A5.5 5.5 0 1 0 14.5 4zM16 8h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  plus: 'M12 5v14M5 12h14',
  quote: 'M12 4v3m0 10v3M4 12h3m10 0h3M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm4.5 10.5L20 20',
  stop: 'M8 8h8v8H8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5m0 15V21M3 12h1.5m15 0H21M5.6 5.6l1.1 1.1m10.6 10.6 1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  thumbDown: 'M7 13V4H4v9h3zm0 0 4.5 7a2.2 2.2 0 0 0 2-2.4V14h5.1a2 2 0 0 0 2-2.3l-1-6A2 2 0 0 0 17.6 4H7',
  thumbUp: 'M7 11v9H4v-9h3zm0 0 4.5-7a2.2 2.2 0 0 1 2 2.4V10h5.1a2 2 0 0 1 2 2.3l-1 6a2 2 0 0 1-2 1.7H7',
  trash: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
  up: 'M12 19V5m-6 6 6-6 6 6',
};

const svg = 'http://www.w3.org/2000/svg';

/** An icon by its name; it says nothing to a screen reader. */
export function icon(name) {
  const node = document.createElementNS(svg, 'svg');
  node.setAttribute('class', 'icon');
  node.setAttribute('viewBox', '0 0 24 24');
  node.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  node.append(path);
  return node;
}

/** Puts the icons into a page's buttons that name one. */
export function drawIcons(root) {
  for (const node of root.querySelectorAll('[data-icon]')) fill(node, icon(node.dataset.icon));
}

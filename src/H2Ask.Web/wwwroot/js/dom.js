// Makes elements. Text is always a text node: nothing here can turn text into markup.

const forbidden = /^(on|style$|srcdoc$)/i;

export const $ = id => document.getElementById(id);

/** An element with attributes, listeners (`on: { click }`) and children; null and false are left out. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false && !forbidden.test(name)) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  add(node, ...children);
  return node;
}

/** Adds children to a node; strings become text nodes. */
export function add(node, ...children) {
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
}

/** Puts children in the place of all that a node holds. */
export function fill(node, ...children) {
  node.replaceChildren();
  add(node, ...children);
}

/** Scrolls to a node. What is drawn on the way changes the lengths that were only guessed: it is looked for again until the place holds. */
export function bring(node, block = 'start', times = 4) {
  node.scrollIntoView({ block });
  const before = node.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    if (times > 0 && Math.abs(node.getBoundingClientRect().top - before) > 2) bring(node, block, times - 1);
  });
}

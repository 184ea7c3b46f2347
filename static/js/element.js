// element makes an element with attributes and children; what is empty or false among the children is left out.
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) node.setAttribute(name, attributes[name]);
  node.append(...children.filter(Boolean));
  return node;
}

// setText writes a text where it is another, into the text that stands there: writing the same one again, or a new node, would
// cost a layout.
export function setText(node, text) {
  const only = node.firstChild;
  if (only === null || only !== node.lastChild || only.nodeType !== Node.TEXT_NODE) node.textContent = text;
  else if (only.data !== text) only.data = text;
}

// element makes an element with attributes and children; what is empty or false among the children is left out.
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) node.setAttribute(name, attributes[name]);
  node.append(...children.filter(Boolean));
  return node;
}

// setText writes a text where it is another: writing the same one again would cost a layout.
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

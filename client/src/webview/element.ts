type Content = Node | string | false | undefined

/** An element with attributes and content. Text is text, whatever it says: nothing here reads markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...content.filter((one): one is Node | string => one !== undefined && one !== false && one !== ''))
  return made
}

/** A button that does something. */
export function button(
  label: string,
  act: () => void,
  attributes: Parameters<typeof element>[1] = {},
): HTMLButtonElement {
  const made = element('button', {type: 'button', ...attributes}, label)
  made.addEventListener('click', act)
  return made
}

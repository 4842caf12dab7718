const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What neither HTML nor SVG may hold, nor anybody reads. */
const UNREADABLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/gu;

/**
 * A text as it stands in HTML or SVG, in an attribute too. What cannot be shown becomes U+FFFD.
 *
 * @example escaped('a < "b"') === 'a &lt; &quot;b&quot;'
 */
export function escaped(text: string): string {
  return text.replace(UNREADABLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

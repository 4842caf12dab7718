/** HTML without its comments and tags; a `<` that nothing closes stays. */
export function removeTags(html: string): string {
  return without(without(html, '<!--', '-->'), '<', '>');
}

function without(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    result += text.slice(at, start);
    at = end + close.length;
  }
  return result + text.slice(at);
}

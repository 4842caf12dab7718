import { describe, expect, it } from 'vitest';
import { titleOf } from './session.js';

describe('the title of a session', () => {
  it.each([
    ['Add login', 'Add login'],
    ['\n  Add login\r\nwith OAuth', 'Add login'],
    ['# Add login\n\nText.', 'Add login'],
    ['## \n###\n\n  Add login', 'Add login'],
    ['#123: the login fails', '123: the login fails'],
    ['Add login \u2028 and more', 'Add login'],
    ['\ufeffログイン画面を追加', 'ログイン画面を追加'],
    ['## C# bindings', 'C# bindings'],
    ['###\n#', '#'],
  ])('of %j is %j', (request, title) => {
    expect(titleOf(request)).toBe(title);
  });

  it('has at most 100 letters, an ellipsis among them', () => {
    const exact = 'x'.repeat(100);
    expect(titleOf(exact)).toBe(exact);
    expect(titleOf(`${exact}y`)).toBe(`${'x'.repeat(99)}…`);
    expect(titleOf(`${'x'.repeat(98)} yz`)).toBe(`${'x'.repeat(98)}…`);
  });

  it('cuts no letter in half', () => {
    const title = titleOf('🦊'.repeat(1000));
    expect(Array.from(title)).toHaveLength(100);
    expect(title.isWellFormed()).toBe(true);
  });
});

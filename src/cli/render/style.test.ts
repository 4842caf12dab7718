import { describe, expect, it } from 'vitest';
import { statusColour } from './status-colour.js';
import { styleFor } from './style.js';

describe('styleFor', () => {
  it('paints where colour is on', () => {
    expect(styleFor({ colour: true }).red('no')).toBe('\u001b[31mno\u001b[39m');
    expect(styleFor({ colour: true }).bold('yes')).toBe('\u001b[1myes\u001b[22m');
  });

  it('leaves the text alone where colour is off', () => {
    expect(styleFor({ colour: false }).red('no')).toBe('no');
  });

  it('paints nothing on nothing', () => {
    expect(styleFor({ colour: true }).dim('')).toBe('');
  });
});

describe('statusColour', () => {
  const style = styleFor({ colour: true });

  it('gives each status its own look', () => {
    const statuses = ['planning', 'analysis', 'implementation', 'completed', 'cancelled'];
    expect(new Set(statuses.map((status) => statusColour(style, status)('x'))).size).toBe(5);
    expect(statusColour(style, 'completed')('x')).toBe(style.green('x'));
  });

  it('leaves an unknown status plain', () => {
    expect(statusColour(style, 'paused')('paused')).toBe('paused');
  });
});

import { describe, expect, it } from 'vitest';
import { definitionsIn } from './definitions.js';

describe('the definitions of a source text', () => {
  it.each([
    ['export class Cart extends Base {', ['Cart']],
    ['export default async function* load() {', ['load']],
    ['export async function load() {', ['load']],
    ['const a = 1; // the type of things', ['a']],
    ['  const inner = 1;', []],
    ['    def add_item(self):', ['add_item']],
    ['func (s *Server) Start(port int) error {', ['Start']],
    ['pub fn new(x: &str) -> Self', ['new']],
    ['struct Point { int x; };', ['Point']],
    ['public interface Store<T> {', ['Store']],
    [' * the class that holds it', []],
    ['# a class of its own', []],
    ['throw new Error("no function found")', []],
    ['export type { Cart };', []],
    ['enum class Colour { Red }', ['Colour']],
  ])('are in %j: %j', (line, names) => {
    expect(definitionsIn(line).map(({ name }) => name)).toEqual(names);
  });

  it('have a line', () => {
    expect(definitionsIn('\n\nclass A {}')).toEqual([{ name: 'A', line: 3 }]);
  });
});

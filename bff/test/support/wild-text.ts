import * as fc from 'fast-check'

// fast-check's own unit `binary` first lists every character there is, which stops everything for seconds.
const characters = fc.oneof(
  fc.nat(0x7f),
  fc.nat(0xff),
  fc.nat(0xffff),
  fc.nat(0x10ffff),
  fc.constantFrom(0, 0x2028, 0x202e, 0xd800, 0xdfff, 0xfeff, 0xfffd),
)

/** Text of any characters, NUL and halves of surrogate pairs among them. */
export const wildText = (maxLength = 30): fc.Arbitrary<string> =>
  fc.array(characters, { maxLength }).map((codes) => String.fromCodePoint(...codes))

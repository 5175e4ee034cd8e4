/** Keeps the first three and the last two digits: `138******78`. A number too short to hide shows nothing. */
export function maskPhone(number: string): string {
  return number.length < 8 ? '***' : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`
}

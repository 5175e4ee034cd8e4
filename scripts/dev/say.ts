/** Lines in one console, each with the name of the part that they are about. */
export function sayAs(part: string): (line: string) => void {
  return (line) => console.log(`${part.padEnd(9)} ${line}`)
}

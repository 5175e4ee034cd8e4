/** Shows the first three characters and the last two: enough for the owner to recognise, too little to use. */
export function maskSubject(subject: string): string {
  return subject.length < 10 ? '***' : `${subject.slice(0, 3)}***${subject.slice(-2)}`
}

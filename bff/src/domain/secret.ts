// https://nodejs.org/api/util.html#utilinspectcustom: what console.log and errors print.
const inspectCustom = Symbol.for('nodejs.util.inspect.custom')

/** Confidential text: printing, logging or serializing it shows only a placeholder. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspectCustom](): string {
    return '[secret]'
  }
}

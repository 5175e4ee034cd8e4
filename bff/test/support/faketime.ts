import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian's package `faketime` puts the library that shifts the clock of a process; `undefined` without it. */
export const faketimeLibrary: string | undefined = existsSync('/usr/lib')
  ? readdirSync('/usr/lib')
      .map((name) => join('/usr/lib', name, 'faketime', 'libfaketimeMT.so.1'))
      .find((path) => existsSync(path))
  : undefined

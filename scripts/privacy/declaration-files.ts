import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { outputFolder } from '../build/output-folder.ts'
import { inRepository } from '../lib/repository.ts'
import { declare, type PrivacyDeclaration, unspoken } from './declaration.ts'
import { declarationText } from './declaration-text.ts'
import { findUsed } from './find-used.ts'

const json = 'client/privacy.json'
const document = 'docs/privacy-declaration.md'

interface DeclarationFile {
  path: string
  /** What it holds when it is right. */
  text: string
}

/** The declaration as the WeChat build that lies in `client/dist` asks for it, and what no file can put right. */
export function currentDeclaration(): { files: DeclarationFile[]; faults: string[] } {
  const used = findUsed(outputFolder('weapp'))
  const declaration = declare(used)
  const files = [
    { path: json, text: inLines(declaration) },
    { path: document, text: declarationText(declaration) },
  ]
  return { files, faults: unspoken(used) }
}

/** Whether the file says the same already, however it is laid out. */
export function isRight({ path, text }: DeclarationFile): boolean {
  const place = inRepository(path)
  if (!existsSync(place)) return false
  const written = readFileSync(place, 'utf8')
  return path === json ? sameJson(written, text) : written === text
}

export function write({ path, text }: DeclarationFile): void {
  writeFileSync(inRepository(path), text)
}

// A list of names stands on one line, as Biome has it.
const inLines = (declaration: PrivacyDeclaration) =>
  `${JSON.stringify(declaration, null, 2).replace(/\[\s+("[^\]]*")\s+\]/g, (_, names: string) => `[${names.replace(/\s+/g, ' ')}]`)}\n`

const sameJson = (one: string, other: string) =>
  JSON.stringify(JSON.parse(one) as PrivacyDeclaration) === JSON.stringify(JSON.parse(other))

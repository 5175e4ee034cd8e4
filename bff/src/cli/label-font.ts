import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Font, type FontCollection, openSync } from 'fontkit'
import { CommandError } from './command-error.ts'

/** A font file, and which of the fonts in it: what pdfkit takes. */
export interface LabelFont {
  path: string
  postscriptName: string
}

/** Where systems keep fonts. */
const folders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local', 'share', 'fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  join(homedir(), 'Library', 'Fonts'),
  join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts'),
]

/** What fonts with Chinese are called: Noto and Source Han, WenQuanYi, Droid, Arphic; PingFang, Heiti; YaHei, SimHei, DengXian. */
const chinese =
  /(noto|source).*(sc|cjk|han)|wqy|droidsansfallback|u(kai|ming)|pingfang|heiti|hiragino sans gb|msyh|simhei|deng/i

/** A font that can write all these words; the one given, or one of the system's. Throws CommandError. */
export function findLabelFont(words: string, given: string | undefined): LabelFont {
  for (const path of given === undefined ? folders.flatMap(listFonts) : [given]) {
    const font = open(path)
    const missing = font && findMissing(font, words)
    if (font && missing === undefined) return { path, postscriptName: font.postscriptName }
    if (given === undefined) continue
    throw new CommandError(
      missing
        ? `${path} has no character ${missing}: choose another --font`
        : `${path} is not a font (TTF, OTF or TTC)`,
    )
  }
  throw new CommandError(
    'no font of this system has all characters: choose one with --font, for example NotoSansSC-Regular.otf',
  )
}

function listFonts(folder: string): string[] {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return files
      .filter((file) => chinese.test(file) && /\.(ttf|otf|ttc)$/i.test(file))
      .map((file) => join(folder, file))
  } catch {
    return []
  }
}

/** Of several in one file, the first. */
function open(path: string): Font | undefined {
  try {
    const opened: Font | FontCollection = openSync(path)
    return 'fonts' in opened ? opened.fonts[0] : opened
  } catch {
    return undefined
  }
}

const findMissing = (font: Font, words: string): string | undefined =>
  Array.from(words).find((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))

import { speak } from '../../messages'

/** What only the page of one agreement says. */
export const agreementWords = speak(
  { missing: '没有找到这份条款，请返回重新打开', version: '版本 {version}' },
  { missing: 'These terms were not found. Go back and open them again', version: 'Version {version}' },
)

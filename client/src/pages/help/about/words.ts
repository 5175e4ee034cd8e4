import { speak } from '../../../messages'

export const aboutWords = speak(
  { version: '版本', contract: '接口版本', licence: '许可证', agreements: '条款' },
  { version: 'Version', contract: 'Contract version', licence: 'Licence', agreements: 'Terms' },
)

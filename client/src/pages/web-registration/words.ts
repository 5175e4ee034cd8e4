import { speak } from '../../messages'

/** What only the web page of registration says. */
export const webRegistrationWords = speak(
  {
    hint: '注册好后回到小程序，刚才的事接着做。',
    done: '注册好了',
    done_text: '回到小程序接着用，扫过的车还在。',
    closed: '这个链接用不了了',
    closed_text: '为了安全，链接只能打开一次，一分钟内有效。请回到小程序，还没注册就再点一次「注册」。',
  },
  {
    hint: 'After registering, return to the mini program to continue.',
    done: 'You are registered',
    done_text: 'Return to the mini program to continue. The bike you scanned is still selected.',
    closed: 'This link no longer works',
    closed_text:
      'For your security, a link works once and only for a minute. Return to the mini program, and press Register again if you have not registered yet.',
  },
)

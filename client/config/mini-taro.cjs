// `@tarojs/taro` in the mini programs, as it is but for asking the runtime for `hooks` alone: a `require` of all of it
// keeps what nobody uses, such as a parser of HTML.
const hooks = require('@tarojs/runtime').hooks
const taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = taro

// The oldest engines under base library 2.21.2: ES2017 is native there, optional chaining is not.
const targets = { ios: '11', chrome: '58' }

export default {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]],
}

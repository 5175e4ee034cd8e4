// The oldest engines under base library 2.21.2: ES2017 is native there, optional chaining is not.
const targets = { ios: '11', chrome: '58' }
// Native there too, but for faults in corners that no code here or below stands in; rewriting them costs 4 KB.
const exclude = ['transform-destructuring', 'transform-parameters', 'transform-template-literals']

// What the code below keeps to, and so need not be compiled as if it did not.
const assumptions = {
  noDocumentAll: true,
  objectRestNoSymbols: true,
  setPublicClassFields: true,
  setSpreadProperties: true,
}

export default {
  assumptions,
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets, exclude }]],
}

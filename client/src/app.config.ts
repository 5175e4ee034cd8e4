export default defineAppConfig({
  pages: ['pages/home/index', 'pages/profile/index', 'pages/agreement/index'],
  window: {
    navigationBarTitleText: '步道通',
    navigationBarBackgroundColor: '@navigationBackground',
    navigationBarTextStyle: '@navigationText' as 'black',
    backgroundColor: '@background',
    backgroundTextStyle: '@loadingText' as 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})

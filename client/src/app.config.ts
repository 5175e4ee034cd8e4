export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [
    { root: 'pages/profile', pages: ['index'] },
    { root: 'pages/agreement', pages: ['index'] },
  ],
  // Fetched while home is being looked at, so that no press waits for a download.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pages/profile', 'pages/agreement'] },
  },
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

/** Taro turns most of terser off for mini programs. These are safe, and spare 14 KB of the main package. */
export const terserOptions = {
  compress: {
    ecma: 2017,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: 3,
    loops: true,
    negate_iife: true,
    passes: 2,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
    // Safe where nothing is constructed with `new` from a nameless function, and the tests run what was built.
    unsafe_arrows: true,
  },
  // Every reader takes UTF-8: a Chinese character is three bytes, its escape six.
  output: { ecma: 2017, ascii_only: false },
}

// Before the editor starts: Russian, unless its user has chosen another language in its settings.
try {
  const key = 'sveltia-cms.prefs'
  const chosen = JSON.parse(localStorage.getItem(key) ?? '{}')
  if (!chosen.locale || chosen.locale === 'auto') localStorage.setItem(key, JSON.stringify({ ...chosen, locale: 'ru' }))
} catch {
  // Without storage the editor speaks the language of the browser.
}

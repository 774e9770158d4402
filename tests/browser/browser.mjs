// One way to start Chromium, and the looks in which pages are examined.
import { chromium } from 'playwright-core';
import { chromiumPath } from './config.mjs';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

export const LOOKS = [
  { name: '360×740 light', viewport: PHONE, colorScheme: 'light' },
  { name: '360×740 dark', viewport: PHONE, colorScheme: 'dark' },
  { name: '1280×900 light', viewport: DESKTOP, colorScheme: 'light' },
  { name: '1280×900 dark', viewport: DESKTOP, colorScheme: 'dark' },
];

export function launch() {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh visitor: no storage, Russian, no animations. */
export function visitor(browser, { viewport = DESKTOP, colorScheme = 'light', contrast = 'no-preference', javaScriptEnabled = true } = {}) {
  return browser.newContext({
    viewport,
    colorScheme,
    contrast,
    javaScriptEnabled,
    isMobile: viewport.width < 600,
    hasTouch: viewport.width < 600,
    reducedMotion: 'reduce',
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
}

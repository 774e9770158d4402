// What is shown of a document.

/** One of the cards that stand together: `places` are the territories of their file. */
export function shown(places, [place, kind, address, title, note, text, year, status], score) {
  const [folder, municipality = '', region = ''] = places[place - 1] ?? [];
  // Addresses are relative to the root of the site, which need not be that of its host.
  const inside = address[0] === '/' ? address.slice(1) : `${folder}/${address}`;
  return { url: folder ? inside : address, kind, title, note, text, municipality, region, year: year || null, status, score };
}

// The query engine over the files of the index. To be replaced: there is no index yet.

/** Opens the index of the site at `base`. */
export async function openIndex(base) {
  throw new Error(`no index at ${base}`);
}

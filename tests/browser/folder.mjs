// A folder of the test's own inside the browser (the origin's private file system), for pages that ask their user to
// choose one: nobody can answer the question of the system without a screen.

/** Makes the page believe that its user chose a folder. Must be called before the page is opened. */
export function choosesFolder(context) {
  return context.addInitScript(() => {
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('portal');
  });
}

/** Fills the folder: paths and texts. A `.git` inside says that it is a repository. */
export function fillFolder(page, files) {
  return page.evaluate(async (files) => {
    const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('portal', { create: true });
    await top.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(files)) {
      const parts = path.split('/');
      let folder = top;
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await folder.getFileHandle(parts.at(-1), { create: true });
      const writer = await file.createWritable();
      await writer.write(text);
      await writer.close();
    }
  }, files);
}

/** Everything that is in the folder now: paths and texts. */
export function readFolder(page) {
  return page.evaluate(async () => {
    const files = {};
    const walk = async (folder, path) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
        // What is being written stands beside its file under another name for a moment.
        else if (!name.endsWith('.crswap')) files[path + name] = await (await handle.getFile()).text();
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('portal'), '');
    return files;
  });
}

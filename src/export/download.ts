/** Offers a file to be saved, as if a link to it had been clicked. @returns forgets it; the download may need it till then */
export function offerDownload(file: Blob, name: string): { readonly url: string; forget(): void } {
  const url = URL.createObjectURL(file);
  clickLink(url, name);
  return { url, forget: () => URL.revokeObjectURL(url) };
}

function clickLink(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Bytes of the largest file that is opened. Source: xlsx.md (In). */
export const ZIP_FILE_LIMIT = 25_000_000;

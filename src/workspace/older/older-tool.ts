/** Who did what the older tool recorded: it did not say. */
export const OLDER_TOOL = 'older-tool';

const { NODE_OPTIONS, NODE_V8_COVERAGE, ...rest } = process.env;

/** What is set for the programs that are measured: nothing that makes Node do more than it does for users. */
export const environment = { ...rest, NO_COLOR: '1' };

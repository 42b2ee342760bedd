package vn.lienthong.core.edxml;

/**
 * What is known about a file when its octets have gone by.
 *
 * @param index position among the files
 * @param size octets
 * @param probe its first and last octets
 */
record FileFacts(int index, long size, FileProbe probe) {}

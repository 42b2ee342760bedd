package vn.lienthong.node.log;

import vn.lienthong.core.error.ErrorCode;

/**
 * Why a log signs no further head. Entries are still taken and wait; nothing is lost.
 *
 * @param code what is the matter, with its sentences for people
 * @param detail what exactly, in English: sizes, names of witnesses or files; no content of entries
 */
public record Standstill(ErrorCode code, String detail) {}

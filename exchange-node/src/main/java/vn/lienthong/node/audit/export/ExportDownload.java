package vn.lienthong.node.audit.export;

import java.nio.file.Path;

/**
 * A file of an export.
 *
 * @param name for whoever saves it
 * @param mediaType of the file
 * @param size in octets
 * @param file where it lies
 */
public record ExportDownload(String name, String mediaType, long size, Path file) {}

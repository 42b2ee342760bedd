package vn.lienthong.node.directory;

/**
 * The copy of the directory has come to another stage of its life. Published as an application event.
 *
 * @param age how old it is and how long it still counts
 */
public record DirectoryAgeing(CopyAge age) {}

/** Tests of the work on folders, with real files. */
@NullMarked
package vn.lienthong.node.dropfolder.internal;

import org.jspecify.annotations.NullMarked;

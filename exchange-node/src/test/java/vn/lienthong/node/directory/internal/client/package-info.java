/** Tests. */
@NullMarked
package vn.lienthong.node.directory.internal.client;

import org.jspecify.annotations.NullMarked;

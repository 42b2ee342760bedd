/** Tests. */
@NullMarked
package vn.lienthong.node.client.command;

import org.jspecify.annotations.NullMarked;

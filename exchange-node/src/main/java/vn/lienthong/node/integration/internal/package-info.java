/** The pages of administrators about connected programs. */
@NullMarked
package vn.lienthong.node.integration.internal;

import org.jspecify.annotations.NullMarked;

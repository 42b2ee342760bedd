/** Tests of statements. */
@NullMarked
package vn.lienthong.node.statement.internal;

import org.jspecify.annotations.NullMarked;

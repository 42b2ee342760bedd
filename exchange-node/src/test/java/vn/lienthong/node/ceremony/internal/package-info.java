/** Tests of the ceremonies of keys. */
@NullMarked
package vn.lienthong.node.ceremony.internal;

import org.jspecify.annotations.NullMarked;

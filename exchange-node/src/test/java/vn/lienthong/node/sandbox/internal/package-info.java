@NullMarked
package vn.lienthong.node.sandbox.internal;

import org.jspecify.annotations.NullMarked;
